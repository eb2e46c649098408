package io.platelake.app.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the product's version, and those of Java and Spark below it. */
public final class ProductVersion implements IVersionProvider {
  /** The product's version. */
  public static String text() {
    Properties properties = new Properties();
    try (InputStream in = ProductVersion.class.getResourceAsStream("/platelake.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("platelake.properties", e);
    }
    return properties.getProperty("version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "platelake " + text(),
      "Java " + Runtime.version(),
      "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION()
    };
  }
}
