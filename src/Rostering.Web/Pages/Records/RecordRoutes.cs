using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Rostering.Web.Pages.Records;

/// <summary>Every shelf has the same three pages, under its own address.</summary>
internal static class RecordRoutes
{
    public static void Add(PageConventionCollection conventions)
    {
        Give(conventions, "/Records/RecordList", shelf => [shelf.Path]);
        Give(conventions, "/Records/Record", shelf => [$"{shelf.Path}/{{id}}"]);
        Give(conventions, "/Records/RecordEdit", shelf => [$"{shelf.Path}/new", $"{shelf.Path}/{{id}}/edit"]);
    }

    private static void Give(PageConventionCollection conventions, string page, Func<RecordShelf, string[]> templates) =>
        conventions.AddPageRouteModelConvention(page, model =>
        {
            model.Selectors.Clear();
            foreach (string template in RecordShelf.All.SelectMany(templates))
                model.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = template[1..] } });
        });
}
