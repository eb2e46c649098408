package io.platelake.app.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the product's version, and those of Java and Spark below it. */
public final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = ProductVersion.class.getResourceAsStream("/platelake.properties")) {
      properties.load(in);
    }
    return new String[] {
      "platelake " + properties.getProperty("version"),
      "Java " + Runtime.version(),
      "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION()
    };
  }
}
