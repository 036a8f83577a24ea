namespace Rostering.Architecture.Tests;

public sealed class GlossaryTests
{
    [Test]
    public void Terms_AreInOrderAndNamedOnce()
    {
        Assert.That(Glossary.Terms, Is.Ordered.Using<string>(StringComparer.OrdinalIgnoreCase));
        Assert.That(Glossary.Terms, Is.Unique);
    }
}
