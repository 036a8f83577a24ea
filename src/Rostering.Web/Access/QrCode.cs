using System.Text;
using QRCoder;

namespace Rostering.Web.Access;

/// <summary>A text as a QR code, drawn as the path of an SVG whose unit is one square.</summary>
internal sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        StringBuilder path = new();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                    path.Append($"M{x} {y}h1v1h-1z");
            }
        }

        return new QrCode(rows.Count, path.ToString());
    }
}
