using System.Text;

namespace Rostering.Architecture.Tests;

/// <summary>The boundary tests are worth what this finds, so it is tested on a type with one reference of each kind.</summary>
public sealed class TypeReferencesTests
{
    [TestCase(typeof(Version), TestName = "Of_TypeOfAField_IsFound")]
    [TestCase(typeof(Uri), TestName = "Of_ArgumentOfAGenericReturnType_IsFound")]
    [TestCase(typeof(Path), TestName = "Of_TypeOfAStaticCall_IsFound")]
    [TestCase(typeof(StringBuilder), TestName = "Of_TypeUsedInALambda_IsFound")]
    [TestCase(typeof(TimeoutException), TestName = "Of_TypeCaught_IsFound")]
    [TestCase(typeof(Random), TestName = "Of_TypeAwaitedInAnAsyncMethod_IsFound")]
    public void Of_Sample_Finds(Type expected) => Assert.That(TypeReferences.Of(typeof(Sample)), Does.Contain(expected));

    [Test]
    public void Of_Sample_FindsNothingElseOfTheNamespace() =>
        Assert.That(TypeReferences.Of(typeof(Sample)), Does.Not.Contain(typeof(Guid)));

    private sealed class Sample
    {
        private readonly Version version = new(1, 0);

        public List<Uri>? Addresses() => version.Major == 1 ? null : [];

        public static Func<string> Text() => () => new StringBuilder(Path.GetTempPath()).ToString();

        public static async Task<int> WaitAsync()
        {
            try
            {
                await Task.Yield();
                return new Random(1).Next();
            }
            catch (TimeoutException)
            {
                return 0;
            }
        }
    }
}
