using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using PerfEval.Data.Auditing;
using PerfEval.Data.SqlServer;

namespace PerfEval.Tests.Storage;

/// <summary>Puts a recorded query onto the SQL Server model and has it translated; no server is asked.</summary>
public sealed class SqlServerTranslation : IDisposable
{
    private readonly SqlServerContext context = Context();

    public static SqlServerContext Context() => new(
        new DbContextOptionsBuilder<SqlServerContext>().UseSqlServer("Server=nowhere;Database=PerfEval").Options, new Undertaking(), TimeProvider.System);

    /// <summary>Translates the whole query with its terminal; throws where SQL Server cannot.</summary>
    public void Compile(Expression query)
    {
        var moved = Move(query, keepParameters: true);
        var result = Element(moved.Type) is { } element ? typeof(IEnumerable<>).MakeGenericType(element) : moved.Type;
        Call(typeof(IDatabase).GetMethods().Single(m => m.Name == "CompileQuery").MakeGenericMethod(result), context.GetService<IDatabase>(), moved, false);
    }

    /// <summary>The T-SQL of the query, of its source where a terminal returns one value.</summary>
    public string Sql(Expression query)
    {
        var source = WithoutTerminal(Move(query, keepParameters: false));
        var queryable = (IQueryable)Call(
            typeof(IQueryProvider).GetMethods().Single(m => m.Name == "CreateQuery" && m.IsGenericMethod).MakeGenericMethod(Element(source.Type)!),
            context.GetService<IAsyncQueryProvider>(), source)!;
        return queryable.ToQueryString();
    }

    public void Dispose() => context.Dispose();

    private Expression Move(Expression query, bool keepParameters) => new Mover(context, keepParameters).Visit(query);

    private static Expression WithoutTerminal(Expression query)
    {
        if (Element(query.Type) is not null)
        {
            return query;
        }

        var call = Assert.IsType<MethodCallExpression>(query, exactMatch: false);
        var (source, name) = (call.Arguments[0], call.Method.Name);
        var element = Element(source.Type)!;
        return (name, call.Arguments.Count) switch
        {
            ("ExecuteUpdate" or "ExecuteDelete" or "Count" or "LongCount" or "Any" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Contains" or "Sum" or "Max" or "Min", 1)
                or ("ExecuteUpdate" or "Contains", 2) => source,
            ("Count" or "LongCount" or "Any" or "All" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault", 2) =>
                Expression.Call(typeof(Queryable), nameof(Queryable.Where), [element], source, call.Arguments[1]),
            ("Sum" or "Max" or "Min" or "Average", 2) => Expression.Call(
                typeof(Queryable), nameof(Queryable.Select), [element, ((LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand).ReturnType], source, call.Arguments[1]),
            _ => throw new InvalidOperationException($"The check does not know the terminal {name}."),
        };
    }

    private static Type? Element(Type type) =>
        type == typeof(string) ? null
        : new[] { type }.Concat(type.GetInterfaces()).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GetGenericArguments()[0];

    private static object? Call(MethodInfo method, object target, params object?[] arguments)
    {
        try
        {
            return method.Invoke(target, arguments);
        }
        catch (TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }

    /// <summary>Other roots, and parameters as captured values of their type.</summary>
    private sealed class Mover(SqlServerContext context, bool keepParameters) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => new EntityQueryRootExpression(context.GetService<IAsyncQueryProvider>(), Same(root.EntityType)),
            QueryParameterExpression parameter when !keepParameters =>
                Expression.Field(Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(parameter.Type), Sample(parameter.Type))), "Value"),
            QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };

        private IEntityType Same(IEntityType type) => context.Model.FindEntityType(type.Name) ?? throw new InvalidOperationException($"{type.Name} is not in the SQL Server model.");

        private static object Sample(Type type)
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            if (plain == typeof(string))
            {
                return "雨花";
            }

            if (plain == typeof(DateTime))
            {
                return DateTime.UtcNow;
            }

            if (plain.IsValueType)
            {
                return Activator.CreateInstance(plain)!;
            }

            var element = plain.IsArray ? plain.GetElementType()! : plain.GetGenericArguments().Single();
            var array = Array.CreateInstance(element, 1);
            array.SetValue(Sample(element), 0);
            return plain.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(plain, array)!;
        }
    }

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }
}
