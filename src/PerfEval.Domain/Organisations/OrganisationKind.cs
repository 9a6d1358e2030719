namespace PerfEval.Domain.Organisations;

/// <summary>What an organisation is in the hierarchy of a city.</summary>
public enum OrganisationKind
{
    /// <summary>市</summary>
    City,

    /// <summary>区（县）</summary>
    District,

    /// <summary>财政局</summary>
    FinanceBureau,

    /// <summary>部门</summary>
    Department,

    /// <summary>街道办事处</summary>
    StreetOffice,

    /// <summary>社区</summary>
    Community,
}

/// <summary>The kinds in the users' words.</summary>
public static class OrganisationKindWords
{
    private static readonly (OrganisationKind Kind, string Word)[] Words =
    [
        (OrganisationKind.City, "市"), (OrganisationKind.District, "区（县）"), (OrganisationKind.FinanceBureau, "财政局"),
        (OrganisationKind.Department, "部门"), (OrganisationKind.StreetOffice, "街道办事处"), (OrganisationKind.Community, "社区"),
    ];

    /// <summary>街道办事处, 社区, …</summary>
    public static string Word(this OrganisationKind kind) => Words.First(w => w.Kind == kind).Word;

    /// <summary>Reads the word of an imported list; null when it is none of ours.</summary>
    public static OrganisationKind? Parse(string? word)
    {
        var typed = word?.Trim();
        return typed switch
        {
            "街道" or "乡镇" or "街道办" => OrganisationKind.StreetOffice,
            "区" or "县" or "区县" => OrganisationKind.District,
            _ => Words.Where(w => w.Word == typed).Select(w => (OrganisationKind?)w.Kind).FirstOrDefault(),
        };
    }
}
