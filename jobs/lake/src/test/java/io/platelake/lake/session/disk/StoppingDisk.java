package io.platelake.lake.session.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * The disk under another name, {@code stop://JOB/folder}, where a job can be stopped before any of
 * its calls and let go on later, as SIGSTOP and SIGCONT do. Delta keeps nothing of a table in
 * common for two names, so a purge that runs meanwhile under the plain name is like another
 * process.
 *
 * <p>A step is a kind of call, a table, and whether the call is about its log or its data, such as
 * {@code rename hits log}: the moment before a commit gets its name.
 */
public final class StoppingDisk extends LocalFileSystem {
  private static final Map<String, Stop> STOPS = new ConcurrentHashMap<>();

  public StoppingDisk() {
    super(new Raw());
  }

  @Override
  public String getScheme() {
    return "stop";
  }

  /** A job that is stopped once, before its first call of a step. */
  public static final class Stop {
    private final String step;
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Stop(String step) {
      this.step = step;
    }

    /** Steps so far, in the order of their first calls. */
    public List<String> steps() {
      return new ArrayList<>(steps);
    }

    /** Whether it was stopped within some time. */
    public boolean isReached(long seconds) throws InterruptedException {
      return reached.await(seconds, TimeUnit.SECONDS);
    }

    public void goOn() {
      released.countDown();
    }

    private void call(String now) {
      if (!seen.add(now)) {
        return;
      }
      steps.add(now);
      if (now.equals(step)) {
        reached.countDown();
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /**
   * Stops a job.
   *
   * @param job name of the job, of which there is one in a test run
   * @param step of its steps the one to stop before; an empty text stops it never
   */
  public static Stop stop(SparkSession spark, String job, String step) {
    for (Configuration conf :
        List.of(spark.sparkContext().hadoopConfiguration(), SparkHadoopUtil.get().conf())) {
      conf.set("fs.stop.impl", StoppingDisk.class.getName());
      conf.set("fs.AbstractFileSystem.stop.impl", Context.class.getName());
    }
    Stop stop = new Stop(step);
    STOPS.put(job, stop);
    return stop;
  }

  private static final class Raw extends LocalDisk {
    private URI name;

    @Override
    public void initialize(URI uri, Configuration conf) throws IOException {
      name = URI.create("stop://" + uri.getAuthority() + "/");
      super.initialize(uri, conf);
    }

    /** Asked for before it is known, too. */
    @Override
    public URI getUri() {
      return name == null ? URI.create("stop:///") : name;
    }

    private void call(String call, Path path) {
      Stop stop = STOPS.get(getUri().getAuthority());
      if (stop != null && !path.getName().endsWith(".crc")) {
        String[] in = path.toUri().getPath().split("/(?=_delta_log|purpose=|[a-z_]+=)", 2);
        boolean log = in.length > 1 && in[1].startsWith("_delta_log");
        Path table = new Path(in[0]);
        if (in.length > 1) {
          stop.call(call + " " + table.getName() + (log ? " log" : " data"));
        }
      }
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
      call("open", file);
      return super.open(file, bufferSize);
    }

    @Override
    protected OutputStream createOutputStreamWithMode(
        Path file, boolean append, FsPermission permission) throws IOException {
      call("create", file);
      return super.createOutputStreamWithMode(file, append, permission);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
      call("rename", to);
      return super.rename(from, to);
    }

    @Override
    protected void rename(Path from, Path to, Rename... how) throws IOException {
      call("rename", to);
      super.rename(from, to, how);
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
      call("list", folder);
      return super.listStatus(folder);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
      call("delete", path);
      return super.delete(path, recursive);
    }
  }

  /** The same for whoever asks for a context: Delta writes its log so. */
  public static final class Context extends ChecksumFs {
    /** Hadoop makes it by reflection, with these two. */
    public Context(URI address, Configuration conf) throws IOException, URISyntaxException {
      super(new RawContext(address, conf));
    }
  }

  private static final class RawContext extends DelegateToFileSystem {
    private RawContext(URI address, Configuration conf) throws IOException, URISyntaxException {
      super(address, new Raw(), conf, "stop", false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }
}
