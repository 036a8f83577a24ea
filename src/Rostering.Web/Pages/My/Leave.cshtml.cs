using Rostering.Core.TimeRequests;

namespace Rostering.Web.Pages.My;

public sealed class LeaveModel(ReadTimeRequests readTimeRequests, AskForTime askForTime) : TimeRequestPage(TimeRequestKind.Leave, readTimeRequests, askForTime);
