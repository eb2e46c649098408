package io.platelake.lake.session.disk;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;

/** {@link LocalDisk} with Hadoop's checksums, for whoever asks for a {@code FileContext}. */
public final class LocalDiskContext extends ChecksumFs {
  /** Hadoop makes it by reflection, with these two. */
  public LocalDiskContext(URI address, Configuration conf) throws IOException, URISyntaxException {
    super(new Raw(address, conf));
  }

  private static final class Raw extends DelegateToFileSystem {
    private Raw(URI address, Configuration conf) throws IOException, URISyntaxException {
      super(address, new LocalDisk(), conf, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1; // a disk has none
    }

    @Override
    public boolean isValidName(String name) {
      return true; // the disk refuses what it cannot name
    }
  }
}
