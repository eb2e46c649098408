/** A made-up department and a year of its searches, with planted misuse and the truth about it. */
package io.platelake.city.department;
