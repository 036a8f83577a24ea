using Microsoft.Extensions.DependencyInjection;
using Rostering.Core.Visits;

namespace Rostering.Core.Cover;

/// <summary>The acts of the live day, as a host needs them.</summary>
public static class CoverServices
{
    public static IServiceCollection AddLiveDay(this IServiceCollection services) => services
        .AddScoped<ReadLiveDay>().AddScoped<ReadGap>().AddScoped<ReadMyOffers>().AddScoped<ReadSwaps>()
        .AddScoped<ReportIllness>().AddScoped<AskExtraHelp>()
        .AddScoped<SendOffers>().AddScoped<AnswerOffer>()
        .AddScoped<ProposeSwap>().AddScoped<AnswerSwap>()
        .AddScoped<ReadVisitsToConfirm>().AddScoped<RecordOutcomes>().AddScoped<PreviewCallOff>();
}
