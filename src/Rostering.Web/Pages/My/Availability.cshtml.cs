using Rostering.Core.TimeRequests;

namespace Rostering.Web.Pages.My;

public sealed class AvailabilityModel(ReadTimeRequests readTimeRequests, AskForTime askForTime) : TimeRequestPage(TimeRequestKind.ExtraHours, readTimeRequests, askForTime);
