using Google.Protobuf.Reflection;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Proto;

/// <summary>A wrong field number would not fail, it would solve another problem; so each one is compared with the engine's own.</summary>
public sealed class ProtoDescriptorTests
{
    private static readonly byte[] Engine = EngineDescriptors.ReadEngine();

    [Test]
    public void CpModelProto_AgainstEngine_IsComplete()
    {
        var theirs = Flatten(EngineDescriptors.Find(Engine, "ortools/sat/cp_model.proto"));
        var ours = Flatten(CpModelReflection.Descriptor.ToProto());

        Assert.That(ours, Has.Count.GreaterThan(150));
        Assert.That(ours, Is.EquivalentTo(theirs));
    }

    [Test]
    public void SatParametersProto_AgainstEngine_IsFaithfulSubset()
    {
        var theirs = Flatten(EngineDescriptors.Find(Engine, "ortools/sat/sat_parameters.proto"));
        var ours = Flatten(SatParametersReflection.Descriptor.ToProto());

        Assert.That(ours, Has.Count.GreaterThan(150));
        Assert.That(ours, Is.SubsetOf(theirs));
    }

    private static List<string> Flatten(FileDescriptorProto file) =>
        [.. file.MessageType.SelectMany(message => Flatten("", message)), .. file.EnumType.SelectMany(type => Flatten("", type))];

    private static IEnumerable<string> Flatten(string scope, DescriptorProto message)
    {
        var path = $"{scope}{message.Name}.";
        return [
            .. message.Field.Select(field => Describe(path, message, field)),
            .. message.NestedType.SelectMany(nested => Flatten(path, nested)),
            .. message.EnumType.SelectMany(type => Flatten(path, type)),
        ];
    }

    private static IEnumerable<string> Flatten(string scope, EnumDescriptorProto type) =>
        type.Value.Select(value => $"{scope}{type.Name}.{value.Name} = {value.Number}");

    private static string Describe(string path, DescriptorProto message, FieldDescriptorProto field)
    {
        var oneof = field.HasOneofIndex ? message.OneofDecl[field.OneofIndex].Name : "";
        return $"{path}{field.Name} = {field.Number} {field.Label} {field.Type} {field.TypeName} [{field.DefaultValue}] {oneof}";
    }
}
