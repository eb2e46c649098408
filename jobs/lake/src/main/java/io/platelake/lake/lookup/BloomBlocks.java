package io.platelake.lake.lookup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.BitSet;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.format.BloomFilterHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * Asks a Bloom filter for some values and reads only the blocks that answer. A whole filter has
 * about a hundredth of the bytes of its file, and each value looks at one block of it.
 */
final class BloomBlocks {
  /** Parquet's format fixes it. */
  private static final int BLOCK_BYTES = 32;

  /** Its header is shorter; Thrift gives no length of its own. */
  private static final int HEADER_BYTES = 64;

  /** A store answers one long read sooner than many short ones. */
  private static final int MOST_BLOCKS = 256;

  private final InputFile input;
  private final ParquetFileReader file;

  /**
   * @param file open on {@code input}
   */
  BloomBlocks(InputFile input, ParquetFileReader file) {
    this.input = input;
    this.file = file;
  }

  /**
   * Which of these values a row group may hold.
   *
   * @param chunk the column of the row group
   * @param some values to ask for, by their place in {@code wanted}
   * @return all of {@code some} where the column has no filter
   */
  BitSet possible(ColumnChunkMetaData chunk, long[] wanted, BitSet some) throws IOException {
    if (chunk.getBloomFilterOffset() < 0 || some.isEmpty()) {
      return some;
    }
    return some.cardinality() > MOST_BLOCKS
        ? ask(file.readBloomFilter(chunk), wanted, some)
        : askBlocks(chunk, wanted, some);
  }

  private static BitSet ask(BloomFilter filter, long[] wanted, BitSet some) {
    BitSet possible = new BitSet();
    some.stream().filter(i -> filter.findHash(filter.hash(wanted[i]))).forEach(possible::set);
    return possible;
  }

  private BitSet askBlocks(ColumnChunkMetaData chunk, long[] wanted, BitSet some)
      throws IOException {
    BitSet possible = new BitSet();
    BlockSplitBloomFilter hashing = new BlockSplitBloomFilter(BLOCK_BYTES);
    try (SeekableInputStream in = input.newStream()) {
      byte[] start = new byte[HEADER_BYTES];
      in.seek(chunk.getBloomFilterOffset());
      in.readFully(start);
      ByteArrayInputStream headerBytes = new ByteArrayInputStream(start);
      BloomFilterHeader header = Util.readBloomFilterHeader(headerBytes);
      long blocks = header.getNumBytes() / BLOCK_BYTES;
      long first = chunk.getBloomFilterOffset() + HEADER_BYTES - headerBytes.available();
      byte[] block = new byte[BLOCK_BYTES];
      for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
        long hash = hashing.hash(wanted[i]);
        // As the format says: the upper half of the hash, scaled to the number of blocks.
        in.seek(first + ((hash >>> 32) * blocks >>> 32) * BLOCK_BYTES);
        in.readFully(block);
        possible.set(i, new BlockSplitBloomFilter(block).findHash(hash));
      }
    }
    return possible;
  }
}
