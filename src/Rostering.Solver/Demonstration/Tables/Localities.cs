namespace Rostering.Solver.Demonstration.Tables;

/// <summary>A town or quarter and its middle on the national grid, to within a kilometre or so.</summary>
internal sealed record Locality(string Name, int EastingMetres, int NorthingMetres);

/// <summary>Where the three providers work: Lanarkshire, Clydeside with Ayrshire, and the Lothians with the Forth valley.</summary>
internal static class Localities
{
    public static IReadOnlyList<Locality> Lanarkshire { get; } =
    [
        new("Motherwell", 275_200, 656_900), new("Hamilton", 272_000, 655_500), new("Wishaw", 279_500, 654_900),
        new("Bellshill", 273_000, 660_000), new("Larkhall", 276_000, 651_000), new("Carluke", 284_500, 650_500),
    ];

    public static IReadOnlyList<Locality> Clydeside { get; } =
    [
        new("Govan", 255_500, 665_500), new("Partick", 255_800, 666_700), new("Easterhouse", 268_000, 665_800),
        new("Castlemilk", 260_800, 659_300), new("Drumchapel", 252_500, 670_500), new("Springburn", 260_500, 667_500),
        new("Paisley", 248_500, 664_000), new("Johnstone", 243_000, 663_000), new("Clydebank", 249_800, 669_500),
        new("Greenock", 227_500, 676_500), new("Kilmarnock", 242_800, 638_000), new("Irvine", 232_200, 639_000),
        new("Ayr", 233_800, 622_000), new("Saltcoats", 224_500, 641_500),
    ];

    public static IReadOnlyList<Locality> Forth { get; } =
    [
        new("Leith", 327_000, 676_500), new("Portobello", 330_500, 673_800), new("Corstorphine", 320_000, 672_800),
        new("Gorgie", 322_500, 672_000), new("Liberton", 327_000, 669_500), new("Wester Hailes", 320_000, 669_900),
        new("Musselburgh", 334_500, 672_700), new("Dalkeith", 333_300, 667_300), new("Penicuik", 323_500, 660_000),
        new("Tranent", 340_300, 672_800), new("Haddington", 351_500, 673_800), new("Livingston", 305_500, 667_500),
        new("Bathgate", 297_500, 668_900), new("Linlithgow", 300_000, 677_000), new("Broxburn", 308_500, 672_300),
        new("Falkirk", 288_800, 680_000), new("Grangemouth", 293_000, 681_500), new("Stirling", 279_600, 693_500),
        new("Alloa", 288_500, 692_700), new("Dunfermline", 309_500, 687_500), new("Kirkcaldy", 328_000, 691_500),
        new("Cumbernauld", 275_500, 674_500), new("Kirkintilloch", 265_500, 673_500), new("Airdrie", 276_000, 665_500),
        new("Coatbridge", 273_300, 665_200), new("Rutherglen", 261_500, 661_500), new("Cambuslang", 264_500, 660_500),
        new("East Kilbride", 263_500, 654_500), new("Lanark", 288_000, 643_700), new("Whitburn", 294_800, 665_000),
    ];

    /// <summary>Street names that many Scottish towns share; no address is meant to be a real one.</summary>
    public static IReadOnlyList<string> Streets { get; } =
    [
        "Kirkbrae Road", "Rowan Crescent", "Millburn Avenue", "Whinhill Street", "Bruce Terrace", "Heather Way", "Glebe Street",
        "Mossside Drive", "Station Road", "Castle View", "Burnbank Lane", "Larch Grove", "Wallace Place", "Union Street", "Manse Road",
        "Braehead Avenue", "Thistle Court", "Hawthorn Drive", "Calder Street", "Ladywell Road", "Orchard Place", "Birch Road",
        "Stewart Street", "Old Mill Lane", "Parkneuk Road", "Viewfield Gardens", "Ashgrove", "Cairn Street", "Dunlin Court", "Provost Close",
    ];
}
