using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PerfEval.Documents.Pdf;

/// <summary>Growing bytes in rented memory, with the few notations that PDF has.</summary>
internal sealed class PdfBuffer(int capacity = 1 << 16) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    /// <summary>Room for so many bytes more; call <see cref="Advance"/> with the number used.</summary>
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, Length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }

    /// <summary>Counts bytes put into reserved room.</summary>
    public void Advance(int size) => Length += size;

    /// <summary>Bytes as they are.</summary>
    public PdfBuffer Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>A whole number.</summary>
    public PdfBuffer Add(int number)
    {
        Utf8Formatter.TryFormat(number, Reserve(11), out var size);
        Length += size;
        return this;
    }

    /// <summary>A number given in thousandths, without trailing zeros.</summary>
    public PdfBuffer Thousandths(long value)
    {
        var room = Reserve(24);
        var at = 0;
        if (value < 0)
        {
            room[at++] = (byte)'-';
            value = -value;
        }

        var (whole, rest) = Math.DivRem(value, 1000);
        if (whole != 0 || rest == 0)
        {
            Utf8Formatter.TryFormat(whole, room[at..], out var size);
            at += size;
        }

        if (rest != 0)
        {
            room[at++] = (byte)'.';
            for (var unit = 100L; rest != 0; unit /= 10)
            {
                room[at++] = (byte)('0' + (rest / unit));
                rest %= unit;
            }
        }

        Length += at;
        return this;
    }

    /// <summary>A number rounded to thousandths.</summary>
    public PdfBuffer Add(double number) => Thousandths(ToThousandths(number));

    /// <summary>A code of two bytes inside a literal string.</summary>
    public void Code(int code)
    {
        var room = Reserve(4);
        var at = Escaped(room, 0, (byte)(code >> 8));
        Length += Escaped(room, at, (byte)code);
    }

    /// <summary>A 16-bit number in hexadecimal.</summary>
    public PdfBuffer Hex(int number)
    {
        var room = Reserve(4);
        for (var i = 0; i < 4; i++)
        {
            room[i] = "0123456789ABCDEF"u8[(number >> (12 - (4 * i))) & 15];
        }

        Length += 4;
        return this;
    }

    /// <summary>A text string: UTF-16 with its mark.</summary>
    public PdfBuffer Text(string text)
    {
        Add("<FEFF"u8);
        foreach (var unit in text)
        {
            Hex(unit);
        }

        return Add(">"u8);
    }

    /// <summary>Text in UTF-8.</summary>
    public PdfBuffer Utf8(string text)
    {
        Length += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));
        return this;
    }

    /// <summary>A time as PDF writes it.</summary>
    public PdfBuffer Time(DateTime utc) => Utf8(string.Create(CultureInfo.InvariantCulture, $"(D:{utc:yyyyMMddHHmmss}Z)"));

    /// <summary>Puts a number over ten characters written before, filled with zeros on the left.</summary>
    public void Patch(int at, int number) => Utf8Formatter.TryFormat(number, _bytes.AsSpan(at, 10), out _, new StandardFormat('D', 10));

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Nearest number of thousandths.</summary>
    internal static long ToThousandths(double number) => double.IsFinite(number)
        ? (long)Math.Round(number * 1000, MidpointRounding.AwayFromZero)
        : throw new ArgumentException("A length on the page is not a number.", nameof(number));

    private static int Escaped(Span<byte> room, int at, byte value)
    {
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            room[at++] = (byte)'\\';
            value = value == '\r' ? (byte)'r' : value;
        }

        room[at++] = value;
        return at;
    }
}
