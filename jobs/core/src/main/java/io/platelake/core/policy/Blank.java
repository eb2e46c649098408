package io.platelake.core.policy;

/**
 * A value that the document leaves open and the agency has to fill in before the policy can be
 * adopted.
 *
 * @param file file that holds it
 * @param line its line, from 1
 * @param path dotted path of the rule
 * @param text what stands in the document where the value should
 * @param example a value of the right form, never used as one
 */
public record Blank(String file, int line, String path, String text, String example) {}
