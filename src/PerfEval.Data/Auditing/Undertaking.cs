using PerfEval.Domain.Access;

namespace PerfEval.Data.Auditing;

/// <summary>Who is at work in this scope and from where. The web sets it for each request.</summary>
public sealed class Undertaking
{
    /// <summary>The person; the program itself until somebody signed in.</summary>
    public Actor Actor { get; set; } = Actor.System;

    /// <summary>Network address.</summary>
    public string? Address { get; set; }
}
