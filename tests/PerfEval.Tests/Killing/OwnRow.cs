using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Killing;

/// <summary>The texts of a line as somebody types them.</summary>
internal sealed record Texts(string ActivityGroup, string Item, string Allocated, string Spent, string BalanceReason)
{
    public static Texts Of(JsonElement typed) => new(
        Text(typed, LineColumn.ActivityGroup), Text(typed, LineColumn.Item), Text(typed, LineColumn.Allocated), Text(typed, LineColumn.Spent),
        Text(typed, LineColumn.BalanceReason));

    public JsonObject ToJson() => new()
    {
        [nameof(LineColumn.ActivityGroup)] = ActivityGroup,
        [nameof(LineColumn.Item)] = Item,
        [nameof(LineColumn.Allocated)] = Allocated,
        [nameof(LineColumn.Spent)] = Spent,
        [nameof(LineColumn.BalanceReason)] = BalanceReason,
    };

    private static string Text(JsonElement typed, LineColumn column) => typed.GetProperty(column.ToString()).GetString()!;
}

/// <summary>A row of one accountant: what they want it to be, and what the server may hold of it. Null texts: deleted.</summary>
internal sealed class OwnRow(Guid id, Texts wanted, Guid? before)
{
    public Guid Id { get; } = id;

    public Guid? Before { get; } = before;

    public Texts? Wanted { get; set; } = wanted;

    /// <summary>The version that the server told; null for a row it never acknowledged.</summary>
    public long? Seen { get; set; }

    /// <summary>What the server acknowledged last.</summary>
    public Texts? Acknowledged { get; private set; }

    /// <summary>True once the server acknowledged anything of it.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>Sent, and no answer came: the server may hold it or not.</summary>
    public List<Texts?> Unanswered { get; } = [];

    /// <summary>An answer was lost while the server lived on, so that the first sending may still be under way in it.</summary>
    public bool MayLinger { get; set; }

    /// <summary>True while something of it still has to be sent.</summary>
    public bool Waits => Wanted != Acknowledged || !IsAcknowledged;

    /// <summary>The server says that this is stored.</summary>
    public void Acknowledge(Texts? sent, long? version)
    {
        (Acknowledged, IsAcknowledged, Seen) = (sent, true, version);
        Unanswered.Clear();
    }

    /// <summary>True when the server may hold this, by all that was sent and answered.</summary>
    public bool MayBe(Texts? stored) => (stored == Acknowledged) || Unanswered.Contains(stored);
}
