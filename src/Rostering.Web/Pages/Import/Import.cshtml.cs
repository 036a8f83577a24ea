using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Records;
using Rostering.Core.Records.Tables;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Import;

/// <summary>Brings in files of records: first a try that lists every bad row, then all or nothing. Takes out the same files.</summary>
public sealed class ImportModel(ImportRecords importRecords, ExportRecords exportRecords) : PageModel
{
    private const int BytesMax = 8 * 1024 * 1024;

    /// <summary>The files that were tried, to be sent again when they are brought in.</summary>
    public ImmutableArray<(string Name, string Text)> Files { get; private set; } = [];
    public ImportRecords.Result? Result { get; private set; }
    public string? Fault { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>Tries the files.</summary>
    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, CancellationToken cancellation)
    {
        if (files.Count == 0 || files.Sum(file => file.Length) > BytesMax)
        {
            Fault = files.Count == 0 ? "No file was chosen. Choose one file or several." : "The files are larger than 8 MB together. Bring them in one after another.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        List<(string, string)> texts = [];
        foreach (var file in files)
        {
            using StreamReader reader = new(file.OpenReadStream(), Encoding.UTF8);
            texts.Add((file.FileName, await reader.ReadToEndAsync(cancellation)));
        }

        Files = [.. texts];
        return await TakeAsync(save: false, cancellation);
    }

    /// <summary>Brings the files in that were tried.</summary>
    public async Task<IActionResult> OnPostSaveAsync(List<string> name, List<string> text, CancellationToken cancellation)
    {
        if (name.Count == 0 || name.Count != text.Count)
            return BadRequest();
        Files = [.. name.Zip(text)];
        return await TakeAsync(save: true, cancellation);
    }

    /// <summary>A table as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string table, CancellationToken cancellation) => RecordTable.Of(table) is { } known
        ? File(await exportRecords.HandleAsync(User.Actor().ProviderId, known, cancellation), "text/csv; charset=utf-8", $"{known.Name}.csv")
        : NotFound();

    private async Task<IActionResult> TakeAsync(bool save, CancellationToken cancellation)
    {
        TableFile[] files = [.. Files.Select(file => new TableFile(file.Name, Encoding.UTF8.GetBytes(file.Text)))];
        Result = await importRecords.HandleAsync(HttpContext.Act($"Brought in: {string.Join(", ", Files.Select(file => file.Name)).ToLowerInvariant()}"), files, save, cancellation);
        Response.StatusCode = Result.Errors.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
