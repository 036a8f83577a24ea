using System.Collections.Immutable;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>Names usual together, and the languages spoken at home beside English.</summary>
internal sealed record NameFamily
{
    public required int Weight { get; init; }
    public ImmutableArray<string> Languages { get; init; } = [];
    public required string Women { get; init; }
    public required string Men { get; init; }
    public required string Surnames { get; init; }
}

/// <summary>
/// Given names and surnames. Most are Scottish; a growing share of the workforce came from elsewhere [002:901], in proportions that
/// the sources do not give (assumed).
/// </summary>
internal static class Names
{
    public static IReadOnlyList<NameFamily> Families { get; } =
    [
        new()
        {
            Weight = 74,
            Women = """
                Aileen Alison Amy Anne Beth Caitlin Catriona Carol Claire Donna Eilidh Elaine Emma Fiona Flora Gillian Heather Iona Isla
                Jacqueline Jean Joanne Karen Kirsty Laura Lesley Linda Lorna Lynn Mairi Margaret Marion Michelle Moira Morag Morven Nicola
                Pamela Rhona Roisin Rosemary Sandra Senga Sheena Shona Sinead Siobhan Susan Tracy Una Wilma Yvonne
                """,
            Men = """
                Alan Alasdair Andrew Angus Archie Blair Callum Cameron Colin Craig David Declan Derek Donald Douglas Duncan Ewan Fergus Finlay
                Gavin Gordon Graeme Grant Gregor Hamish Iain Innes Jamie Keith Kenneth Kevin Lachlan Lewis Malcolm Murdo Neil Niall Paul
                Rory Ross Ruaridh Scott Sean Stewart Struan Stuart Tam William
                """,
            Surnames = """
                Aitken Anderson Baird Barclay Black Boyd Boyle Brodie Brown Bruce Buchanan Burns Cairns Calder Cameron Campbell Carmichael
                Christie Clark Cochrane Connelly Craig Crawford Cunningham Dalgleish Devlin Docherty Donnelly Douglas Drummond Duffy Duncan
                Dunlop Ferguson Findlay Fleming Forbes Forsyth Fraser Galbraith Gallacher Gibson Gilchrist Gillespie Gordon Graham Grant
                Gray Haldane Hamilton Hay Henderson Hogg Hunter Hutchison Imrie Irvine Jamieson Johnstone Keir Kelly Kennedy Kerr Kilgour Laird
                Lamont Lennox Leslie Lindsay Livingstone Logan MacAulay MacDonald MacFarlane MacGregor MacIntyre MacKay MacKenzie MacLean
                MacLeod MacMillan MacNeil MacPherson MacRae McBride McCall McCallum McCann McGhee McGuire McInnes McKendrick McLaughlin McNulty
                Maxwell Melrose Menzies Millar Mitchell Moffat Moir Morrison Muir Mulholland Munro Murdoch Murray Nairn Neilson Nicol Nisbet
                Ogilvie Orr Paterson Pollock Purdie Quinn Rae Ramsay Rankin Reid Rennie Ritchie Robertson Rodger Ross Russell Scobie Scott
                Semple Shaw Simpson Sinclair Smith Sneddon Steele Stevenson Stewart Strachan Sutherland Taylor Tennant Thomson Todd Turnbull
                Urquhart Waddell Wallace Wardrop Watson Watt Weir White Whyte Wilson Wotherspoon Wylie Young
                """,
        },
        new()
        {
            Weight = 6,
            Languages = ["Polish"],
            Women = "Agnieszka Anna Beata Dorota Ewa Iwona Joanna Justyna Karolina Katarzyna Magdalena Małgorzata Monika Zofia",
            Men = "Adam Bartosz Grzegorz Jakub Krzysztof Marcin Mateusz Paweł Piotr Tomasz Wojciech",
            Surnames = "Baran Dudek Górska Jabłoński Kaczmarek Kowalczyk Mazur Nowak Pawlak Sikora Wójcik Wrona Zając Zielińska",
        },
        new()
        {
            Weight = 6,
            Languages = ["Yoruba"],
            Women = "Abimbola Adaeze Amaka Blessing Chioma Folake Funmilayo Grace Ngozi Oluwaseun Patience Temitope Yetunde",
            Men = "Adewale Babatunde Chukwudi Emeka Femi Ibrahim Kayode Obinna Olumide Segun Tunde",
            Surnames = "Abiola Adebayo Adeyemi Afolabi Akinola Balogun Bello Eze Ibe Nwosu Obi Ogunleye Okafor Okonkwo Oyelaran",
        },
        new()
        {
            Weight = 4,
            Languages = ["Malayalam", "Hindi"],
            Women = "Anju Asha Bindu Deepa Divya Jincy Lakshmi Meera Neethu Priya Reena Sheeba Sreeja",
            Men = "Ajith Anil Arun Biju Jijo Manoj Rajesh Sanjay Shibu Suresh Vinod",
            Surnames = "George Jacob Joseph Kurian Mathew Menon Nair Pillai Philip Thomas Varghese Varma",
        },
        new()
        {
            Weight = 4,
            Languages = ["Urdu", "Punjabi"],
            Women = "Amina Ayesha Farah Fatima Hina Nadia Rabia Saima Shazia Zainab",
            Men = "Ahmed Bilal Faisal Hamza Imran Kashif Omar Tariq Usman Zahid",
            Surnames = "Ahmad Akhtar Ali Aslam Butt Chaudhry Hussain Iqbal Khan Malik Mirza Rashid Sheikh",
        },
        new()
        {
            Weight = 3,
            Languages = ["Shona"],
            Women = "Chipo Nyasha Rudo Rumbidzai Ruvimbo Tariro Tendai Tsitsi Vimbai",
            Men = "Farai Itai Kudzai Simba Takudzwa Tatenda Tinashe Tonderai",
            Surnames = "Chikore Dube Gumbo Mapfumo Moyo Mutasa Ncube Nyathi Sibanda Zvobgo",
        },
        new()
        {
            Weight = 3,
            Languages = ["Ukrainian", "Russian"],
            Women = "Halyna Iryna Kateryna Lesia Nataliia Oksana Olena Svitlana Yuliia",
            Men = "Andrii Bohdan Dmytro Mykola Oleh Serhii Taras Vasyl",
            Surnames = "Bondarenko Hrytsenko Koval Kravchenko Lysenko Marchenko Melnyk Shevchenko Tkachenko",
        },
    ];

    public static ImmutableArray<string> Words(string list) =>
        [.. list.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)];
}
