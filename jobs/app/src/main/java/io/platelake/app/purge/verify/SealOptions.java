package io.platelake.app.purge.verify;

import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.purge.Anchor;
import io.platelake.app.ledger.purge.Seal;
import io.platelake.core.BadInput;
import io.platelake.core.chain.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Who signs a certificate, and where its hash is kept outside the lake. */
final class SealOptions {
  static final String ANCHOR = "PLATELAKE_ANCHOR";

  private static final String KEY = "PLATELAKE_SIGNING_KEY";
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      description =
          "Key that signs the certificate, made by purge key (default: $PLATELAKE_SIGNING_KEY).")
  private Path key;

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description =
          "File outside the lake that keeps the hash of each certificate (default:"
              + " $PLATELAKE_ANCHOR).")
  private Path anchor;

  /**
   * @param lake root folder
   * @throws BadInput if key or anchor cannot be used, before anything is verified
   */
  Seal seal(String lake) {
    return new Seal(
        given(key, KEY).map(SealOptions::signingKey),
        given(anchor, ANCHOR).map(file -> anchor(file, lake)));
  }

  private static Anchor anchor(Path file, String lake) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput("Anchor " + file, "its folder does not exist", "Make it first.");
    }
    if (isBelow(folder, lake)) {
      throw new BadInput(
          "Anchor " + file,
          "it is in the lake",
          "Put it elsewhere, on a disk that somebody else guards.");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new BadInput("Anchor " + file, "it cannot be written", "Check its permissions.");
    }
    Anchor outside = new Anchor(file);
    outside.hashes();
    return outside;
  }

  private static boolean isBelow(Path folder, String lake) {
    try {
      String real = new org.apache.hadoop.fs.Path(folder.toRealPath().toUri()).toString();
      return (real + "/").startsWith(lake + "/");
    } catch (IOException e) {
      throw new BadInput("Folder " + folder, "it cannot be read", "Check its permissions.");
    }
  }

  /** What an option says, or else a variable of the environment. */
  static Optional<Path> given(Path option, String variable) {
    return Optional.ofNullable(option)
        .or(
            () ->
                Optional.ofNullable(System.getenv(variable))
                    .filter(v -> !v.isBlank())
                    .map(Path::of));
  }

  private static SigningKey signingKey(Path file) {
    String place = "Signing key " + file;
    String text = InputFiles.text(file);
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new BadInput(place, "others can read or change it", "Run: chmod 600 " + file);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new BadInput(place, "it is not known who can read it", "Put it on a disk of its own.");
    }
    try {
      return SigningKey.ofPem(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(place, e.getMessage(), "Make one with: platelake purge key FILE");
    }
  }
}
