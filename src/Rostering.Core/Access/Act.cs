using NodaTime;

namespace Rostering.Core.Access;

/// <summary>A change in the making: who makes it, when, and why. Every slice that changes something takes one and leaves an <see cref="AuditEntry"/>.</summary>
/// <param name="Why">The reason given, or the step of the journey that gives it by itself, such as "publish the week".</param>
public sealed record Act(Actor By, Instant At, string Why);
