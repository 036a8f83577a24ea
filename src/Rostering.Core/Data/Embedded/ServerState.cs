namespace Rostering.Core.Data.Embedded;

internal enum ServerState
{
    Absent,
    Starting,
    Ready,
    Stopping,
}
