using Rostering.Core.Rotas;

namespace Rostering.Web.Pages.Rotas;

/// <summary>The acts that the pages of a week carry out.</summary>
internal static class RotaServices
{
    public static IServiceCollection AddRotas(this IServiceCollection services) => services
        .AddScoped<ReadWeeks>().AddScoped<ReadDraft>()
        .AddScoped<StartSolve>().AddScoped<StopSolve>().AddScoped<ReadSolves>()
        .AddScoped<ChooseVersion>().AddSingleton<BoardCache>().AddScoped<ReadBoard>().AddScoped<MoveVisit>()
        .AddScoped<SendConsultation>().AddScoped<ReadConsultation>().AddScoped<AnswerConsultation>()
        .AddScoped<CheckPublication>().AddScoped<PublishRota>().AddScoped<RetractPublication>();
}
