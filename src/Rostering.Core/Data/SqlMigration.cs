using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data;

/// <summary>A migration that runs one reviewed SQL file. There is no way back: a mistake is mended by the next file.</summary>
public abstract class SqlMigration(string file) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using Stream stream = typeof(SqlMigration).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The SQL file '{file}' is not part of the assembly.");
        using StreamReader reader = new(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}
