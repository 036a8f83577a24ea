using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Tables;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>A name nobody else has, with what usually comes with it.</summary>
internal sealed record NamedSomeone(string Name, string Gender, ImmutableArray<string> Languages);

/// <summary>Gives every person and worker of a provider a different name.</summary>
internal sealed class NameBook(Dice dice)
{
    public const string Woman = "female";
    public const string Man = "male";

    private static readonly ImmutableArray<Family> Families =
    [
        .. Names.Families.Select(family => new Family(
            family, Names.Words(family.Women), Names.Words(family.Men), Names.Words(family.Surnames))),
    ];

    private static readonly ImmutableArray<Weighted<Family>> ByWeight =
        [.. Families.Select(family => new Weighted<Family>(family, family.Source.Weight))];

    private readonly HashSet<string> given = [];

    /// <summary>Names someone; where a language is asked for, from a family that speaks it.</summary>
    public NamedSomeone Next(string gender, string? language = null)
    {
        while (true)
        {
            var family = language is null
                ? dice.PickWeighted(ByWeight)
                : Families.First(candidate => candidate.Source.Languages.Contains(language));
            var name = $"{dice.Pick(gender == Woman ? family.Women : family.Men)} {dice.Pick(family.Surnames)}";
            if (given.Add(name))
                return new NamedSomeone(name, gender, ["English", .. family.Source.Languages]);
        }
    }

    private sealed record Family(
        NameFamily Source, ImmutableArray<string> Women, ImmutableArray<string> Men, ImmutableArray<string> Surnames);
}
