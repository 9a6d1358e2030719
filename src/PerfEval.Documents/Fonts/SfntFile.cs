using System.Buffers.Binary;
using System.Text;

namespace PerfEval.Documents.Fonts;

/// <summary>The tables of a TrueType file. Tables are read when asked for: the outlines, nearly all of the file, only by documents that use the face.</summary>
internal sealed class SfntFile
{
    private readonly byte[]? _bytes;
    private readonly long _length;
    private readonly DateTime _written;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];

    /// <summary>A file on disk.</summary>
    public SfntFile(string path)
    {
        Label = path;
        try
        {
            (_length, _written) = (new FileInfo(path).Length, File.GetLastWriteTimeUtc(path));
        }
        catch (FileNotFoundException e)
        {
            throw new UnusableFont($"找不到字体文件“{path}”", e);
        }

        try
        {
            ReadDirectory();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableFont($"无法读取字体文件“{path}”：{e.Message}", e);
        }
    }

    /// <summary>A file in memory.</summary>
    public SfntFile(byte[] bytes, string label)
    {
        (_bytes, _length, Label) = (bytes, bytes.Length, label);
        ReadDirectory();
    }

    /// <summary>What messages call it.</summary>
    public string Label { get; }

    /// <summary>Content of a table; empty when the file has none of that name.</summary>
    public byte[] Optional(string tag) => _tables.TryGetValue(tag, out var table) ? Read(table.Offset, table.Length) : [];

    /// <summary>Content of a table the face cannot do without.</summary>
    public byte[] Required(string tag, int minimum = 0)
    {
        MustHave(tag);
        return Optional(tag) is var table && table.Length >= minimum ? table : throw new UnusableFont($"字体文件“{Label}”的 {tag} 表已损坏");
    }

    /// <summary>Refuses a file without the table, before anything is printed with it.</summary>
    public void MustHave(string tag)
    {
        if (!_tables.ContainsKey(tag))
        {
            throw new UnusableFont(_tables.ContainsKey("CFF ") || _tables.ContainsKey("CFF2")
                ? $"字体文件“{Label}”是 PostScript（CFF）轮廓，请换用 TrueType 轮廓的 .ttf 文件"
                : $"字体文件“{Label}”缺少 {tag} 表");
        }
    }

    private void ReadDirectory()
    {
        var start = 0;
        var header = Read(0, 16);
        if (BinaryPrimitives.ReadUInt32BigEndian(header) == 0x74746366)
        {
            // A collection, such as simsun.ttc: its first face.
            start = checked((int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12)));
            header = Read(start, 12);
        }

        if (BinaryPrimitives.ReadUInt32BigEndian(header) is not (0x00010000 or 0x74727565 or 0x4F54544F))
        {
            throw new UnusableFont($"文件“{Label}”不是 TrueType 字体");
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4));
        var directory = Read(start + 12, 16 * count);
        for (var entry = directory.AsSpan(); entry.Length > 0; entry = entry[16..])
        {
            var (offset, length) = (BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
            if ((long)offset + length > _length)
            {
                throw new UnusableFont($"字体文件“{Label}”不完整");
            }

            _tables[Encoding.ASCII.GetString(entry[..4])] = ((int)offset, (int)length);
        }
    }

    private byte[] Read(int offset, int length)
    {
        if ((long)offset + length > _length)
        {
            throw new UnusableFont($"字体文件“{Label}”不完整");
        }

        if (_bytes is not null)
        {
            return _bytes.AsSpan(offset, length).ToArray();
        }

        using var file = File.OpenHandle(Label);
        if (RandomAccess.GetLength(file) != _length || File.GetLastWriteTimeUtc(Label) != _written)
        {
            throw new UnusableFont($"字体文件“{Label}”在程序运行期间被更换，请重新启动程序");
        }

        var content = GC.AllocateUninitializedArray<byte>(length);
        for (var read = 0; read < length;)
        {
            var got = RandomAccess.Read(file, content.AsSpan(read), offset + read);
            read += got > 0 ? got : throw new UnusableFont($"字体文件“{Label}”不完整");
        }

        return content;
    }
}
