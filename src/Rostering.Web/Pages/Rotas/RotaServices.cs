using Rostering.Core.Rotas;

namespace Rostering.Web.Pages.Rotas;

/// <summary>The acts that the pages of a week carry out.</summary>
internal static class RotaServices
{
    public static IServiceCollection AddRotas(this IServiceCollection services) => services
        .AddScoped<ReadRota>().AddScoped<ReadDraft>()
        .AddScoped<StartSolve>().AddScoped<StopSolve>().AddScoped<ReadSolves>()
        .AddScoped<CheckPublication>().AddScoped<PublishRota>().AddScoped<RetractPublication>();
}
