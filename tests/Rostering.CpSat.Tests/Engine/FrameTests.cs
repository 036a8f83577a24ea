using FsCheck;
using FsCheck.Fluent;
using Rostering.CpSat.Engine;

namespace Rostering.CpSat.Tests.Engine;

[TestFixture]
internal sealed class FrameTests
{
    [Test]
    public void Read_WhatWasWritten_ComesBack() =>
        Prop.ForAll<byte[], byte>((payload, kind) =>
        {
            using var stream = new MemoryStream();
            Frame.Write(stream, kind, payload);
            Frame.Write(stream, 7, [1, 2]);
            stream.Position = 0;
            var frames = new[] { Frame.Read(stream)!.Value, Frame.Read(stream)!.Value };
            return frames[0].Kind == kind && frames[0].Payload.AsSpan().SequenceEqual(payload)
                && frames[1].Kind == 7 && Frame.Read(stream) is null;
        }).QuickCheckThrowOnFailure();

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(6)]
    public void Read_StreamEndsInAFrame_IsInvalid(int kept)
    {
        using var stream = new MemoryStream();
        Frame.Write(stream, 2, [10, 20, 30]);
        stream.SetLength(kept);
        stream.Position = 0;

        Assert.That(() => Frame.Read(stream), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("ends after"));
    }

    [Test]
    public void Read_Text_IsInvalidRatherThanAGigabyte()
    {
        using var stream = new MemoryStream("Warning: something"u8.ToArray());

        Assert.That(() => Frame.Read(stream), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("claims"));
    }
}
