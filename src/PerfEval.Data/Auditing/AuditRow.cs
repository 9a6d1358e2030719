using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Domain.Access;

namespace PerfEval.Data.Auditing;

/// <summary>
/// One act: who, when, what, why, and every value before and after. Rows of a chain are linked by hashes, so that a
/// row that is changed or taken out later breaks the chain (等保 2.0 安全审计).
/// </summary>
public sealed class AuditRow
{
    /// <summary>Most characters of a chain's name.</summary>
    public const int ChainLength = 60;

    /// <summary>Most characters of an act.</summary>
    public const int ActLength = 60;

    private AuditRow()
    {
    }

    internal AuditRow(string chain, DateTime at, Actor by, string? address, string act, string? reason, string changes)
    {
        (Chain, Act, Reason, Changes, Address) = (chain, act, reason, changes, address);
        (UserId, UserName, Role) = (by.UserId, by.Name, by.Role);
        // Whole microseconds: what the database gives back must hash to the same value.
        At = new DateTime(at.Ticks - (at.Ticks % 10), DateTimeKind.Utc);
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The chain: one per project, one each for users, organisations, trees and sign-ins.</summary>
    public string Chain { get; private set; } = "";

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who; 0 is the program itself.</summary>
    public int UserId { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Their role at that time.</summary>
    public Role? Role { get; private set; }

    /// <summary>Network address they came from.</summary>
    public string? Address { get; private set; }

    /// <summary>What was done, in the users' words.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Why, where a reason was given.</summary>
    public string? Reason { get; private set; }

    /// <summary>Every changed value, as JSON: rows with kind of change and [old, new] per field.</summary>
    public string Changes { get; private set; } = "[]";

    /// <summary>Hash of the row before; empty for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over the row and the hash before, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Hash of the row as it stands.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        Chain, Sequence.ToString(CultureInfo.InvariantCulture), At.Ticks.ToString(CultureInfo.InvariantCulture),
        UserId.ToString(CultureInfo.InvariantCulture), UserName, Role?.ToString(), Address, Act, Reason, Changes, PreviousHash))));

    internal void LinkTo(long lastSequence, string lastHash)
    {
        (Sequence, PreviousHash) = (lastSequence + 1, lastHash);
        Hash = ComputeHash();
    }
}
