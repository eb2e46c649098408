package io.platelake.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileRange;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Local files, of which it counts the bytes that are read, by table. */
public final class CountedFiles extends LocalFileSystem {
  private static final Map<String, LongAdder> READ = new ConcurrentHashMap<>();

  /** Bytes so far by folder of a lake; logs of tables are {@code _delta_log}. */
  static Map<String, Long> read() {
    Map<String, Long> read = new TreeMap<>();
    READ.forEach((table, bytes) -> read.put(table, bytes.sum()));
    return read;
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    return new FSDataInputStream(
        new Counted(
            super.open(file, bufferSize),
            READ.computeIfAbsent(table(file.toUri().getPath()), name -> new LongAdder())));
  }

  private static String table(String path) {
    if (path.contains("/_delta_log/")) {
      return "_delta_log";
    }
    String[] after = path.split("/lake/", 2);
    return after.length < 2 ? "other" : after[1].substring(0, after[1].indexOf('/'));
  }

  private static final class Counted extends FSInputStream {
    private final FSDataInputStream file;
    private final LongAdder bytes;

    Counted(FSDataInputStream file, LongAdder bytes) {
      this.file = file;
      this.bytes = bytes;
    }

    private int counted(int length) {
      if (length > 0) {
        bytes.add(length);
      }
      return length;
    }

    @Override
    public int read() throws IOException {
      int next = file.read();
      bytes.add(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return counted(file.read(into, from, length));
    }

    @Override
    public int read(long position, byte[] into, int from, int length) throws IOException {
      return counted(file.read(position, into, from, length));
    }

    @Override
    public void readVectored(List<? extends FileRange> ranges, IntFunction<ByteBuffer> allocate)
        throws IOException {
      ranges.forEach(range -> counted(range.getLength()));
      file.readVectored(ranges, allocate);
    }

    @Override
    public void seek(long position) throws IOException {
      file.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return file.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) throws IOException {
      return file.seekToNewSource(position);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
