using System.Text;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>
/// The objects of a PDF file. Nothing is compressed: what a compressor makes of the same bytes may change with its version, and a
/// statement has to come out the same for ever.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> objects = [];

    /// <summary>Keeps a number for an object that others refer to before it is written.</summary>
    public int Reserve()
    {
        objects.Add([]);
        return objects.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => objects[number - 1] = Encoding.Latin1.GetBytes(body);

    public int AddStream(byte[] content, string entries = "")
    {
        objects.Add([.. Encoding.Latin1.GetBytes($"<< /Length {content.Length} {entries}>>\nstream\n"), .. content, .. "\nendstream"u8]);
        return objects.Count;
    }

    public byte[] Write(int root, int info, string id)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        Put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        foreach (var (at, content) in objects.Index())
        {
            places.Add(file.Length);
            Put($"{at + 1} 0 obj\n");
            file.Write(content);
            Put("\nendobj\n");
        }

        var table = file.Length;
        Put($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Put($"{place:D10} 00000 n \n");
        Put($"trailer\n<< /Size {objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Put(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A text for people, such as a title.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
