using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Web.Access;

/// <summary>Keeps the keys of cookies in the database, so that any web host reads what another wrote and a restart signs nobody out.</summary>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<RosteringContext>();
        return [.. database.ProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<RosteringContext>();
        database.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        database.SaveChanges();
    }
}
