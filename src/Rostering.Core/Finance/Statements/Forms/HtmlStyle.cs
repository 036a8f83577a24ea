namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>The style of every statement, with its fonts in it.</summary>
internal static class HtmlStyle
{
    public static string Text { get; } = Face(400, StatementFonts.RegularForWeb) + Face(700, StatementFonts.BoldForWeb) + Rules;

    private const string Rules =
        """
        :root { --text: #1c262e; --quiet: #54616b; --line: #c7d1d6; --strong: #17636f; --pale: #e8f2f2; --note: #fff5d9; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #fff; color: var(--text); font: 1rem/1.5 "Atkinson Hyperlegible", Arial, sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.5rem; }
        h1, h2 { color: var(--strong); line-height: 1.25; }
        h1 { font-size: 1.9em; margin: 0 0 1rem; }
        h2 { font-size: 1.25em; margin: 2rem 0 .5rem; }
        p { margin: .4rem 0; overflow-wrap: anywhere; }
        .note { background: var(--note); padding: .7rem 1rem; border-radius: .3rem; margin: 1rem 0; }
        dl { margin: 1rem 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; font-weight: 700; overflow-wrap: anywhere; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: .2rem 2rem; }
        .facts div { display: grid; grid-template-columns: 9rem 1fr; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; }
        .figures div { background: var(--pale); border-radius: .3rem; padding: .7rem 1rem; }
        .figures dd { font-size: 1.5em; }
        .scroll { overflow-x: auto; margin: .5rem 0 1rem; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--quiet); padding-bottom: .3rem; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); font-weight: 400; }
        thead th { background: var(--pale); font-weight: 700; }
        .number, .wide tbody th { white-space: nowrap; }
        .number { text-align: right; }
        .total th, .total td { font-weight: 700; border-top: 2px solid var(--text); border-bottom: 0; }
        footer { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem 2rem; color: var(--quiet); }
        .large { font-size: 16pt; }
        .large main, .large footer { max-width: 46rem; }
        .large .facts { display: block; }
        .large .facts div { grid-template-columns: 5rem 1fr; }
        .large footer { font-size: 14pt; }
        .idea { display: flex; gap: 1.5rem; align-items: flex-start; border-top: 1px solid var(--line); padding: 1.3rem 0; }
        .idea h2 { margin: 0; }
        .idea svg { flex: 0 0 8rem; width: 8rem; height: 8rem; }
        .figure { font-size: 1.5em; font-weight: 700; margin: .1rem 0; }
        svg text { font-weight: 700; text-anchor: middle; }
        .line { stroke: var(--text); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
        .none { fill: none; } .dark { fill: var(--text); } .strong { fill: var(--strong); } .pale { fill: var(--pale); } .light { fill: var(--note); }
        @media (max-width: 32rem) { .idea { display: block; } .facts div { grid-template-columns: 1fr; } .facts { grid-template-columns: 1fr; } }
        @page { size: A4; margin: 16mm; }
        @media print {
          body { font-size: 9.5pt; } .large { font-size: 16pt; }
          main, footer { max-width: none; padding: 0; }
          .scroll { overflow: visible; } h2 { break-after: avoid; } tr, .idea { break-inside: avoid; }
          .note, .figures div, thead th { print-color-adjust: exact; }
        }

        """;

    private static string Face(int weight, byte[] font) =>
        $"@font-face {{ font-family: \"Atkinson Hyperlegible\"; font-weight: {weight}; src: url(data:font/woff2;base64,{Convert.ToBase64String(font)}) format(\"woff2\"); }}\n";
}
