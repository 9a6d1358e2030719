using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Pdf;

/// <summary>Writes the outline: a tree in which the first level is open and deeper ones are closed.</summary>
internal static class OutlineObjects
{
    /// <summary>Writes the tree.</summary>
    /// <param name="objects">The file.</param>
    /// <param name="entries">Headings in order; at least one.</param>
    /// <param name="pages">Numbers of the page objects.</param>
    /// <returns>Number of the root object.</returns>
    public static int Write(PdfObjects objects, IReadOnlyList<OutlineEntry> entries, IReadOnlyList<int> pages)
    {
        var root = new Node(null, objects.Reserve(), 0);
        var nodes = new List<Node>();
        var last = root;
        foreach (var entry in entries)
        {
            var parent = last;
            while (parent.Entry is not null && parent.Entry.Level >= entry.Level)
            {
                parent = parent.Parent!;
            }

            last = new Node(entry, objects.Reserve(), parent.Depth + 1) { Parent = parent, Index = parent.Children.Count };
            parent.Children.Add(last);
            nodes.Add(last);
        }

        objects.Begin(root.Number).Add("<</Type/Outlines"u8);
        Children(objects.Out, root, root.Children.Count + root.Children.Sum(child => child.Children.Count));
        objects.Out.Add(">>"u8);
        objects.End();
        foreach (var node in nodes)
        {
            Write(objects, node, pages);
        }

        return root.Number;
    }

    private static void Write(PdfObjects objects, Node node, IReadOnlyList<int> pages)
    {
        var siblings = node.Parent!.Children;
        objects.Begin(node.Number).Add("<</Title"u8).Text(node.Entry!.Title).Add("/Parent "u8).Add(node.Parent.Number).Add(" 0 R/Dest["u8)
            .Add(pages[node.Entry.Page]).Add(" 0 R/XYZ null "u8).Add(node.Entry.Y).Add(" null]"u8);
        if (node.Index > 0)
        {
            objects.Out.Add("/Prev "u8).Add(siblings[node.Index - 1].Number).Add(" 0 R"u8);
        }

        if (node.Index + 1 < siblings.Count)
        {
            objects.Out.Add("/Next "u8).Add(siblings[node.Index + 1].Number).Add(" 0 R"u8);
        }

        if (node.Children.Count > 0)
        {
            Children(objects.Out, node, node.Depth == 1 ? node.Children.Count : -node.Children.Count);
        }

        objects.Out.Add(">>"u8);
        objects.End();
    }

    private static void Children(PdfBuffer target, Node node, int count) => target
        .Add("/First "u8).Add(node.Children[0].Number).Add(" 0 R/Last "u8).Add(node.Children[^1].Number).Add(" 0 R/Count "u8).Add(count);

    private sealed record Node(OutlineEntry? Entry, int Number, int Depth)
    {
        public Node? Parent { get; init; }

        public int Index { get; init; }

        public List<Node> Children { get; } = [];
    }
}
