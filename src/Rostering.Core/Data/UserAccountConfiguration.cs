using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rostering.Core.Access;

namespace Rostering.Core.Data;

internal sealed class UserAccountConfiguration : IEntityTypeConfiguration<UserAccount>
{
    public const string Schema = "access";

    public void Configure(EntityTypeBuilder<UserAccount> builder)
    {
        builder.ToTable("user_account", Schema);
        builder.PrimitiveCollection(account => account.Roles).ElementType().HasConversion<string>();

        // PostgreSQL's own number of a row's version: of two changes to one account at once, the second is refused.
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
