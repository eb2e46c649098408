package io.platelake.core.requirement;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The class of a source file, parsed and not compiled: a module cannot load the tests of another,
 * and a parser is not deceived by a comment or a text that looks like a test.
 */
final class JavaSource {
  private final ClassTree type;

  private JavaSource(ClassTree type) {
    this.type = type;
  }

  static JavaSource parse(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String name = file.getFileName().toString().replace(".java", "");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of("-proc:none");
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file));
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree tree : unit.getTypeDecls()) {
          if (tree instanceof ClassTree c && c.getSimpleName().contentEquals(name)) {
            return new JavaSource(c);
          }
        }
      }
    }
    throw new IOException(file + " does not declare the class it is named after");
  }

  boolean isAbstract() {
    return type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
  }

  /** Annotations of the class, by simple name; of a tag with its value. */
  Set<String> annotations() {
    return annotations(type.getModifiers());
  }

  /** Annotations of the first method of this name; empty when there is none. */
  Optional<Set<String>> annotationsOf(String method) {
    return type.getMembers().stream()
        .filter(m -> m instanceof MethodTree t && t.getName().contentEquals(method))
        .map(m -> annotations(((MethodTree) m).getModifiers()))
        .findFirst();
  }

  private static Set<String> annotations(ModifiersTree modifiers) {
    return modifiers.getAnnotations().stream()
        .map(JavaSource::annotation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String annotation(AnnotationTree annotation) {
    String type = annotation.getAnnotationType().toString();
    String name = type.substring(type.lastIndexOf('.') + 1);
    return name.equals("Tag")
        ? annotation.getArguments().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "Tag(", ")"))
        : name;
  }
}
