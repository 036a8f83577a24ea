namespace Rostering.Ledger.Statements.Editions;

/// <summary>The pictures of the easy-read edition.</summary>
internal static class Drawings
{
    public static Drawing MoneyIn { get; } = new("A coin goes into a purse",
        [.. Purse, .. Coin(38, 16), .. Arrow(64, 6, 36)]);

    public static Drawing MoneyOut { get; } = new("A coin comes out of a purse",
        [.. Purse, .. Coin(38, 16), .. Arrow(64, 36, 6)]);

    public static Drawing MoneyLeft { get; } = new("A jar with coins in it",
    [
        Box(30, 10, 70, 22, Ink.Dark), Box(24, 22, 76, 92, Ink.Pale),
        .. Coin(40, 77), .. Coin(60, 77), .. Coin(50, 55),
    ]);

    public static Drawing Clock { get; } = new("A clock",
    [
        new Circle(50, 50, 42, Ink.Pale, Ink.Dark), Stroke((50, 50), (50, 22)), Stroke((50, 50), (69, 60)),
        Stroke((50, 12), (50, 17)), Stroke((88, 50), (83, 50)), Stroke((50, 88), (50, 83)), Stroke((12, 50), (17, 50)),
        new Circle(50, 50, 4, Ink.Strong, Ink.Dark),
    ]);

    public static Drawing Umbrella { get; } = new("An umbrella over a coin",
    [
        new Polygon([(8, 48), (14, 32), (27, 19), (42, 12), (58, 12), (73, 19), (86, 32), (92, 48), (78, 42), (64, 48), (50, 42), (36, 48), (22, 42)], Ink.Strong, Ink.Dark),
        Stroke((50, 6), (50, 12)), Stroke((50, 42), (50, 84), (46, 90), (38, 90), (34, 84)), .. Coin(72, 74),
    ]);

    public static Drawing Calendar { get; } = new("A calendar",
    [
        Box(12, 18, 88, 90, Ink.Pale), Box(12, 18, 88, 38, Ink.Strong), Stroke((30, 10), (30, 25)), Stroke((70, 10), (70, 25)),
        .. from y in (double[])[50, 64, 78] from x in (double[])[26, 42, 58, 74] select Box(x - 4, y - 3, x + 4, y + 5, x == 58 && y == 64 ? Ink.Strong : Ink.Light),
    ]);

    public static Drawing Speech { get; } = new("Two people talk",
    [
        new Polygon([(10, 12), (64, 12), (64, 46), (36, 46), (24, 60), (24, 46), (10, 46)], Ink.Strong, Ink.Dark), new Sign("?", 37, 30, 28, Ink.Light),
        new Polygon([(44, 56), (90, 56), (90, 82), (80, 82), (80, 94), (66, 82), (44, 82)], Ink.Pale, Ink.Dark), Stroke((54, 65), (80, 65)), Stroke((54, 73), (72, 73)),
    ]);

    public static Drawing Book { get; } = new("An open book",
    [
        new Polygon([(50, 28), (36, 20), (10, 20), (10, 80), (36, 80), (50, 88)], Ink.Pale, Ink.Dark), new Polygon([(50, 28), (64, 20), (90, 20), (90, 80), (64, 80), (50, 88)], Ink.Pale, Ink.Dark),
        Stroke((19, 36), (41, 36)), Stroke((19, 50), (41, 50)), Stroke((19, 64), (41, 64)), Stroke((59, 36), (81, 36)), Stroke((59, 50), (81, 50)), Stroke((59, 64), (81, 64)),
    ]);

    private static IEnumerable<Shape> Purse =>
    [
        new Polygon([(28, 46), (72, 46), (86, 62), (86, 82), (76, 92), (24, 92), (14, 82), (14, 62)], Ink.Strong, Ink.Dark),
        Stroke((28, 46), (72, 46)), new Circle(50, 62, 5, Ink.Light, Ink.Dark),
    ];

    private static IEnumerable<Shape> Coin(double x, double y) => [new Circle(x, y, 13, Ink.Light, Ink.Dark), new Sign("£", x, y, 17, Ink.Dark)];

    private static IEnumerable<Shape> Arrow(double x, double from, double to)
    {
        var back = to > from ? -7 : 7;
        return [Stroke((x, from), (x, to)), Stroke((x - 7, to + back), (x, to), (x + 7, to + back))];
    }

    private static Polygon Box(double left, double top, double right, double bottom, Ink fill) =>
        new([(left, top), (right, top), (right, bottom), (left, bottom)], fill, Ink.Dark);

    private static Polygon Stroke(params (double X, double Y)[] points) => new([.. points], Ink.None, Ink.Dark);
}
