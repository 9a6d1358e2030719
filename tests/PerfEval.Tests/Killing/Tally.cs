using System.Collections.Concurrent;

namespace PerfEval.Tests.Killing;

/// <summary>What the accountants met with, counted together.</summary>
internal sealed class Tally
{
    private int inFlight, acknowledged, resent, foundUnacknowledged, ownConflicts, stopped, brokenOff;

    /// <summary>Requests that wait for their answer now.</summary>
    public int InFlight => inFlight;

    /// <summary>Rows that the server acknowledged: new, changed or deleted.</summary>
    public int Acknowledged => acknowledged;

    /// <summary>Rows that were sent again after no answer came.</summary>
    public int Resent => resent;

    /// <summary>Rows that the server had stored although its answer was lost.</summary>
    public int FoundUnacknowledged => foundUnacknowledged;

    /// <summary>What must not happen, as sentences.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public void Sending() => Interlocked.Increment(ref inFlight);

    public void Answered() => Interlocked.Decrement(ref inFlight);

    public void Acknowledge() => Interlocked.Increment(ref acknowledged);

    public void Resend() => Interlocked.Increment(ref resent);

    public void FindUnacknowledged() => Interlocked.Increment(ref foundUnacknowledged);

    public void MeetOwn() => Interlocked.Increment(ref ownConflicts);

    public void Stop() => Interlocked.Increment(ref stopped);

    public void BreakOff() => Interlocked.Increment(ref brokenOff);

    public override string ToString() =>
        $"{acknowledged} rows acknowledged, {resent} resent, {brokenOff} requests broken off by the browser, {foundUnacknowledged} rows stored though the answer "
        + $"was lost, {ownConflicts} met their own earlier sending after more was typed, {stopped} requests refused as too crowded";
}
