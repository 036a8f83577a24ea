using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Keeps the pages of a fund to those who are signed in at the provider that keeps it.</summary>
public sealed class OwnFund(RosteringContext database) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.RouteData.Values["id"] is string text)
        {
            var fund = int.Parse(text, CultureInfo.InvariantCulture);
            var provider = context.HttpContext.User.Actor().ProviderId;
            if (!await database.FundHolders.AnyAsync(holder => holder.FundId == fund && holder.ProviderId == provider, context.HttpContext.RequestAborted))
            {
                context.Result = new NotFoundResult();
                return;
            }
        }

        await next();
    }
}
