using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Rostering.Core.Funds;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Keeps the pages of a fund to those who are signed in at the provider that keeps it, and see the person’s team.</summary>
public sealed class OwnFund(FundScope fundScope) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.RouteData.Values["id"] is string text)
        {
            var fund = int.Parse(text, CultureInfo.InvariantCulture);
            var seen = await fundScope.HandleAsync(context.HttpContext.User.Actor(), context.HttpContext.RequestAborted);
            if (!seen.Contains(fund))
            {
                context.Result = new NotFoundResult();
                return;
            }
        }

        await next();
    }
}
