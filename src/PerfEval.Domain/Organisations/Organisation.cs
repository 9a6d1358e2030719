using System.Text.RegularExpressions;

namespace PerfEval.Domain.Organisations;

/// <summary>项目单位, 主管部门 or 财政局: a node of the hierarchy that gives every person and project its place.</summary>
public sealed partial class Organisation : IVersioned
{
    /// <summary>Most characters of a code.</summary>
    public const int CodeLength = 40;

    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 100;

    /// <summary>Most characters of a path.</summary>
    public const int PathLength = 400;

    private Organisation()
    {
    }

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Unique code in capitals, never changed: it is part of every path below.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>The organisation above; null for a root.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The organisation above, when loaded.</summary>
    public Organisation? Parent { get; private set; }

    /// <summary>Codes from the root to this one, /KM/CG/CG-YH/: a branch is everything that starts with its path.</summary>
    public string Path { get; private set; } = "";

    /// <summary>False once it takes no more projects and people.</summary>
    public bool IsActive { get; private set; } = true;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Founds an organisation under another one.</summary>
    /// <param name="parent">The one above, or null for a root.</param>
    /// <param name="code">Letters, digits and hyphens; stored in capitals.</param>
    /// <param name="name">Full name.</param>
    /// <param name="kind">What it is.</param>
    /// <exception cref="RuleBroken">The code or the name cannot be used, or the branch is too deep.</exception>
    public static Organisation Found(Organisation? parent, string code, string name, OrganisationKind kind)
    {
        var organisation = new Organisation { Code = NormaliseCode(code), Kind = kind };
        organisation.Rename(name);
        organisation.PlaceUnder(parent);
        return organisation;
    }

    /// <summary>A code as it is stored: trimmed, in capitals.</summary>
    /// <exception cref="RuleBroken">Empty, too long, or with other characters than letters, digits and hyphens.</exception>
    public static string NormaliseCode(string? code)
    {
        var normal = (code ?? "").Trim().ToUpperInvariant();
        return normal.Length <= CodeLength && CodePattern().IsMatch(normal)
            ? normal
            : throw new RuleBroken($"单位编码只能用字母、数字和连字符，1至{CodeLength}位", nameof(Code));
    }

    /// <summary>Gives it another name and kind.</summary>
    public void Change(string name, OrganisationKind kind)
    {
        Rename(name);
        Kind = kind;
    }

    /// <summary>Moves it, with all that is below it, under another organisation.</summary>
    /// <param name="parent">The new one above, or null.</param>
    /// <param name="branch">Everything below this organisation, loaded.</param>
    /// <exception cref="RuleBroken">The new place lies inside its own branch.</exception>
    public void MoveUnder(Organisation? parent, IEnumerable<Organisation> branch)
    {
        if (parent is not null && parent.Path.StartsWith(Path, StringComparison.Ordinal))
        {
            throw new RuleBroken($"不能把“{Name}”移到它自己的下级“{parent.Name}”之下", nameof(ParentId));
        }

        var old = Path;
        PlaceUnder(parent);
        foreach (var below in branch.Where(o => o != this && o.Path.StartsWith(old, StringComparison.Ordinal)))
        {
            below.Path = Path + below.Path[old.Length..];
        }
    }

    /// <summary>Takes no more new projects and people; what exists stays.</summary>
    public void Disable() => IsActive = false;

    /// <summary>Takes projects and people again.</summary>
    public void Enable() => IsActive = true;

    private void PlaceUnder(Organisation? parent)
    {
        var path = $"{parent?.Path ?? "/"}{Code}/";
        if (path.Length > PathLength)
        {
            throw new RuleBroken("单位层级太深", nameof(ParentId));
        }

        Parent = parent;
        ParentId = parent?.Id == 0 ? null : parent?.Id;
        Path = path;
    }

    private void Rename(string? name)
    {
        var full = (name ?? "").Trim();
        if (full.Length is 0 or > NameLength)
        {
            throw new RuleBroken($"请填写单位名称，不超过{NameLength}个字", nameof(Name));
        }

        Name = full;
    }

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]*$")]
    private static partial Regex CodePattern();
}
