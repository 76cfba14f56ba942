/**
 * What somebody who types a symbol or a name may mean, listed below the field as they type: for every form that asks
 * for a symbol.
 */
@NullMarked
package dev.liveticker.desktop.completion;

import org.jspecify.annotations.NullMarked;
