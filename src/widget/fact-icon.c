/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-icon.h"

#include <math.h>
#include <string.h>

#define ICON_FORMAT "/org/gtk/libgtk/icons/scalable/actions/%s.svg"
#define VIEW_SIZE 16.0             /* of the drawing */
#define MAX_NUMBERS 7              /* of a path command */

/* How many numbers a command takes. */
static int
count_numbers (char command)
{
  switch (g_ascii_toupper (command)) {
  case 'M': case 'L':
    return 2;
  case 'H': case 'V':
    return 1;
  case 'C':
    return 6;
  case 'A':
    return 7;
  case 'Z':
    return 0;
  default:
    return -1;
  }
}

/* A part of a circle from the current point to (@x, @y). */
static void
arc_to (cairo_t *cr,
        double   radius,
        gboolean large,
        gboolean clockwise,
        double   x,
        double   y)
{
  double x0, y0, half_x, half_y, square, aside, center_x, center_y, from, to;
  int n;

  cairo_get_current_point (cr, &x0, &y0);
  half_x = (x0 - x) / 2;
  half_y = (y0 - y) / 2;
  square = half_x * half_x + half_y * half_y;
  radius = MAX (radius, sqrt (square));
  aside = square > 0 ? sqrt (MAX (radius * radius - square, 0) / square) : 0;
  if (large == clockwise)
    aside = -aside;
  center_x = (x0 + x) / 2 + aside * half_y;
  center_y = (y0 + y) / 2 - aside * half_x;
  from = atan2 (y0 - center_y, x0 - center_x);
  to = atan2 (y - center_y, x - center_x);
  if (clockwise && to < from)
    to += 2 * G_PI;
  if (!clockwise && to > from)
    to -= 2 * G_PI;
  /* By quarters, as librsvg does: cairo draws up to a half as one curve, which is seen at these sizes. */
  n = MAX ((int) ceil (fabs (to - from) / (G_PI / 2 + 0.001)), 1);
  for (int i = 0; i < n; i++) {
    double start = from + (to - from) * i / n, end = from + (to - from) * (i + 1) / n;

    if (clockwise)
      cairo_arc (cr, center_x, center_y, radius, start, end);
    else
      cairo_arc_negative (cr, center_x, center_y, radius, start, end);
  }
}

static void
run_command (cairo_t      *cr,
             char          command,
             const double *n)
{
  double x = 0, y = 0;             /* what the numbers count from */

  if (g_ascii_islower (command))
    cairo_get_current_point (cr, &x, &y);
  switch (g_ascii_toupper (command)) {
  case 'M':
    cairo_move_to (cr, x + n[0], y + n[1]);
    break;
  case 'L':
    cairo_line_to (cr, x + n[0], y + n[1]);
    break;
  case 'H':
    cairo_get_current_point (cr, NULL, &y);
    cairo_line_to (cr, x + n[0], y);
    break;
  case 'V':
    cairo_get_current_point (cr, &x, NULL);
    cairo_line_to (cr, x, y + n[0]);
    break;
  case 'C':
    cairo_curve_to (cr, x + n[0], y + n[1], x + n[2], y + n[3], x + n[4], y + n[5]);
    break;
  case 'A':
    arc_to (cr, n[0], n[3] != 0, n[4] != 0, x + n[5], y + n[6]);
    break;
  default:
    cairo_close_path (cr);
  }
}

static const char *
skip_separators (const char *p)
{
  while (g_ascii_isspace (*p) || *p == ',')
    p++;
  return p;
}

/* Numbers without a command repeat the one before; after a move they are lines. */
static void
trace_path (cairo_t    *cr,
            const char *path)
{
  const char *p = skip_separators (path);
  char command = 0;

  while (*p) {
    double numbers[MAX_NUMBERS];
    int n;

    if (g_ascii_isalpha (*p))
      command = *p++;
    else if (command == 'M' || command == 'm')
      command = command == 'M' ? 'L' : 'l';
    n = count_numbers (command);
    g_return_if_fail (n >= 0);
    for (int i = 0; i < n; i++) {
      char *end;

      p = skip_separators (p);
      numbers[i] = g_ascii_strtod (p, &end);
      g_return_if_fail (end != p);
      p = end;
    }
    run_command (cr, command, numbers);
    p = skip_separators (p);
  }
}

static void
rotate (cairo_t    *cr,
        const char *transform)
{
  double angle, x, y;
  char *p;

  g_return_if_fail (g_str_has_prefix (transform, "rotate("));

  angle = g_ascii_strtod (transform + strlen ("rotate("), &p);
  x = g_ascii_strtod (p, &p);
  y = g_ascii_strtod (p, &p);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle * G_PI / 180);
  cairo_translate (cr, -x, -y);
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              data,
                  GError              **error)
{
  cairo_t *cr = data;

  cairo_save (cr);
  for (guint i = 0; names[i]; i++) {
    if (g_str_equal (names[i], "transform"))
      rotate (cr, values[i]);
    else if (g_str_equal (names[i], "d"))
      trace_path (cr, values[i]);
    else if (g_str_equal (names[i], "fill-rule"))
      cairo_set_fill_rule (cr, g_str_equal (values[i], "evenodd") ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
  }
  cairo_fill (cr);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              data,
                GError              **error)
{
  cairo_restore (data);
}

/* Returns: (transfer full): what the icon covers. */
static cairo_surface_t *
draw_mask (const char *name,
           int         size)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .end_element = end_element_cb };
  g_autofree char *path = g_strdup_printf (ICON_FORMAT, name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
  cairo_t *cr = cairo_create (mask);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, cr, NULL);
  g_autoptr (GError) error = NULL;

  cairo_scale (cr, size / VIEW_SIZE, size / VIEW_SIZE);
  if (!bytes)
    g_critical ("There is no icon %s", name);
  else if (!g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_critical ("The icon %s cannot be read: %s", name, error->message);
  cairo_destroy (cr);

  return mask;
}

GdkTexture *
fact_icon_render (const char    *name,
                  int            size,
                  const GdkRGBA *color)
{
  cairo_surface_t *mask, *surface;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  gsize stride;

  g_return_val_if_fail (name != NULL && size > 0, NULL);

  mask = draw_mask (name, size);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cr = cairo_create (surface);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (mask);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) size);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, stride);
}
