using System.Collections.Immutable;

namespace Rostering.Ledger.Statements.Editions;

/// <summary>A picture of few shapes on a square of 100 by 100, the origin at the top left, with what it shows in words.</summary>
public sealed record Drawing(string Shows, ImmutableArray<Shape> Shapes);

/// <summary>The inks of all pictures.</summary>
public enum Ink
{
    /// <summary>No ink.</summary>
    None,

    /// <summary>Outlines.</summary>
    Dark,

    /// <summary>What a picture is about.</summary>
    Strong,

    /// <summary>Backgrounds.</summary>
    Pale,

    /// <summary>Light parts on strong ones.</summary>
    Light,
}

/// <summary>A shape with its filling and its outline.</summary>
public abstract record Shape(Ink Fill, Ink Line);

/// <summary>A circle.</summary>
public sealed record Circle(double X, double Y, double Radius, Ink Fill, Ink Line) : Shape(Fill, Line);

/// <summary>Straight lines from point to point, closed where it is filled.</summary>
public sealed record Polygon(ImmutableArray<(double X, double Y)> Points, Ink Fill, Ink Line) : Shape(Fill, Line);

/// <summary>A letter or sign, centred on a point.</summary>
public sealed record Sign(string Text, double X, double Y, double Size, Ink Fill) : Shape(Fill, Ink.None);
