using System.Text.Json.Nodes;
using Rostering.Core.Cover;
using Rostering.Core.Records;
using Rostering.Core.Records.Fields;

namespace Rostering.Web.Pages.House;

/// <summary>Where the pages of the house terms are.</summary>
public static class HouseTermsPlace
{
    public const string Path = "/house-terms";

    /// <summary>The form of one part of the terms, or of one limit.</summary>
    public static string Edit(string part) => $"{Path}/edit/{part}";

    /// <summary>A form for new cover terms, filled in with what holds now: nothing but the day is to be said anew.</summary>
    public static string NewCoverTerms(CoverTerms terms)
    {
        var content = JsonNode.Parse(RecordContent.Write(terms))!;
        var fields = Field.Of(RecordKind.CoverTerms).Parts.Where(field => field.Name is not ("from" or "source"));
        return $"{Path}/cover/new?{string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(FieldText.Show(field, content[field.Name]))}"))}";
    }
}
