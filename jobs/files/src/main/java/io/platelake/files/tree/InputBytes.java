package io.platelake.files.tree;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file that can be read from anywhere, in a storage or in memory. For one reader; the caller
 * closes what it was made of.
 *
 * @param length in bytes
 */
public record InputBytes(FSDataInputStream in, long length) implements InputFile {

  /** A file that was unpacked. */
  public static InputBytes of(byte[] bytes) {
    return new InputBytes(new FSDataInputStream(new Memory(bytes)), bytes.length);
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream(in);
  }

  private static final class Stream extends DelegatingSeekableInputStream {
    private final FSDataInputStream in;

    Stream(FSDataInputStream in) {
      super(in);
      this.in = in;
    }

    @Override
    public long getPos() {
      try {
        return in.getPos();
      } catch (IOException e) {
        throw new StorageFailure(e);
      }
    }

    @Override
    public void seek(long position) throws IOException {
      try {
        in.seek(position);
      } catch (EOFException e) {
        throw e;
      } catch (IOException e) {
        throw new StorageFailure(e);
      }
    }

    @Override
    public int read() {
      try {
        return in.read();
      } catch (IOException e) {
        throw new StorageFailure(e);
      }
    }

    @Override
    public int read(byte[] into, int from, int length) {
      try {
        return in.read(into, from, length);
      } catch (IOException e) {
        throw new StorageFailure(e);
      }
    }

    @Override
    public void readFully(byte[] into, int from, int length) throws IOException {
      for (int done = 0; done < length; ) {
        int read = read(into, from + done, length - done);
        if (read < 0) {
          throw new EOFException("the file is shorter than it says");
        }
        done += read;
      }
    }

    @Override
    public void readFully(byte[] into) throws IOException {
      readFully(into, 0, into.length);
    }

    @Override
    public int read(ByteBuffer into) {
      byte[] passed = new byte[Math.min(into.remaining(), 1 << 16)];
      int read = read(passed, 0, passed.length);
      into.put(passed, 0, Math.max(0, read));
      return read;
    }

    @Override
    public void readFully(ByteBuffer into) throws IOException {
      while (into.hasRemaining()) {
        if (read(into) < 0) {
          throw new EOFException("the file is shorter than it says");
        }
      }
    }

    @Override
    public void close() {
      // Whoever opened the file closes it.
    }
  }

  /** Bytes that can be read from anywhere. */
  private static final class Memory extends ByteArrayInputStream
      implements Seekable, PositionedReadable {
    Memory(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void seek(long position) throws EOFException {
      if (position < 0 || position > count) {
        throw new EOFException("outside of the file");
      }
      pos = (int) position;
    }

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public int read(long position, byte[] into, int from, int length) {
      int read = (int) Math.min(length, count - position);
      if (read <= 0) {
        return -1;
      }
      System.arraycopy(buf, (int) position, into, from, read);
      return read;
    }

    @Override
    public void readFully(long position, byte[] into, int from, int length) throws EOFException {
      if (read(position, into, from, length) < length) {
        throw new EOFException("outside of the file");
      }
    }

    @Override
    public void readFully(long position, byte[] into) throws EOFException {
      readFully(position, into, 0, into.length);
    }
  }
}
