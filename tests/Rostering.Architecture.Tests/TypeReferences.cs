using System.Reflection;
using System.Reflection.Emit;

namespace Rostering.Architecture.Tests;

/// <summary>Which types a type's compiled code refers to: in its declarations, in its method bodies, and in what the compiler nests in it.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Collect(type, found);
        return found;
    }

    private static void Collect(Type type, HashSet<Type> found)
    {
        Add(type.BaseType, found);
        foreach (var other in type.GetInterfaces().Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType)))
            Add(other, found);
        foreach (var field in type.GetFields(Declared))
            Add(field.FieldType, found);
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            Collect(method, found);
        foreach (var nested in type.GetNestedTypes(Declared))
            Collect(nested, found);
    }

    private static void Collect(MethodBase method, HashSet<Type> found)
    {
        Add((method as MethodInfo)?.ReturnType, found);
        foreach (var parameter in method.GetParameters())
            Add(parameter.ParameterType, found);
        if (method.GetMethodBody() is not { } body)
            return;

        foreach (var local in body.LocalVariables)
            Add(local.LocalType, found);
        foreach (var clause in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
            Add(clause.CatchType, found);
        foreach (var token in Tokens(body.GetILAsByteArray()!))
            Add(Resolve(method, token), found);
    }

    private static void Add(MemberInfo? member, HashSet<Type> found)
    {
        switch (member)
        {
            case Type { HasElementType: true } type:
                Add(type.GetElementType(), found);
                break;
            case Type type when !type.IsGenericParameter && found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type):
                Array.ForEach(type.GetGenericArguments(), argument => Add(argument, found));
                break;
            case MethodBase method:
                Add(method.DeclaringType, found);
                if (method.IsGenericMethod)
                    Array.ForEach(method.GetGenericArguments(), argument => Add(argument, found));
                break;
            case FieldInfo field:
                Add(field.DeclaringType, found);
                break;
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, typeArguments, methodArguments);
    }

    /// <summary>The metadata tokens among the instructions; strings and signatures name no member.</summary>
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE)
                value = unchecked((short)(0xFE00 | il[at++]));
            var code = OpCodesByValue[value];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(il, at);
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static int OperandSize(OperandType type, byte[] il, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
