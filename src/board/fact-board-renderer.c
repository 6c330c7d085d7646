/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board-renderer.h"

#include "fact-board-icon.h"

#include <math.h>

#define TAG_RADIUS 4
#define TAG_EDGE 3
#define ALPHA_MAX 65535.0

/* Not by G_DECLARE_FINAL_TYPE, which wants what Pango brings for its type only later. */
typedef struct {
  PangoRenderer parent_instance;

  /* of the layout that is drawn; borrowed */
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  GdkRGBA color;
} FactBoardRenderer;

typedef struct {
  PangoRendererClass parent_class;
} FactBoardRendererClass;

static GType fact_board_renderer_get_type (void);
G_DEFINE_FINAL_TYPE (FactBoardRenderer, fact_board_renderer, PANGO_TYPE_RENDERER)

static GdkRGBA
get_color (FactBoardRenderer *self,
           PangoRenderPart    part)
{
  PangoColor *set = pango_renderer_get_color (PANGO_RENDERER (self), part);
  guint16 alpha = pango_renderer_get_alpha (PANGO_RENDERER (self), part);
  GdkRGBA color = self->color;

  if (set)
    color = (GdkRGBA) { set->red / ALPHA_MAX, set->green / ALPHA_MAX, set->blue / ALPHA_MAX, 1 };
  if (alpha)
    color.alpha = alpha / ALPHA_MAX;
  return color;
}

static void
fact_board_renderer_draw_glyphs (PangoRenderer    *renderer,
                                 PangoFont        *font,
                                 PangoGlyphString *glyphs,
                                 int               x,
                                 int               y)
{
  FactBoardRenderer *self = (FactBoardRenderer *) renderer;
  GdkRGBA color = get_color (self, PANGO_RENDER_PART_FOREGROUND);
  GskRenderNode *node = gsk_text_node_new (font, glyphs, &color, &GRAPHENE_POINT_INIT ((float) x / PANGO_SCALE,
                                                                                       (float) y / PANGO_SCALE));

  /* Of blanks there is none. */
  if (!node)
    return;
  gtk_snapshot_append_node (self->snapshot, node);
  gsk_render_node_unref (node);
}

static void
fact_board_renderer_draw_rectangle (PangoRenderer   *renderer,
                                    PangoRenderPart  part,
                                    int              x,
                                    int              y,
                                    int              width,
                                    int              height)
{
  FactBoardRenderer *self = (FactBoardRenderer *) renderer;
  GdkRGBA color = get_color (self, part);

  gtk_snapshot_append_color (self->snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) x / PANGO_SCALE, (float) y / PANGO_SCALE,
                                                  (float) width / PANGO_SCALE, (float) height / PANGO_SCALE));
}

/* From the icon of a warning to the end of its line, whose baseline is at @y. */
static void
draw_tag (FactBoardRenderer    *self,
          const PangoAttribute *attribute,
          int                   x,
          int                   y)
{
  PangoLayout *layout = pango_renderer_get_layout (PANGO_RENDERER (self));
  PangoRectangle logical;
  GskRoundedRect outline;
  GdkRGBA color;
  int line;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (self->widget), "fact_warning", &color))
    return;

  pango_layout_index_to_line_x (layout, attribute->start_index, FALSE, &line, NULL);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, line), NULL, &logical);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (PANGO_PIXELS (x) - TAG_EDGE,
                                                                  PANGO_PIXELS (y) + logical.y + 0.5,
                                                                  logical.width + 2 * TAG_EDGE, logical.height - 1),
                                   TAG_RADIUS);
  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (self->snapshot);
}

static void
fact_board_renderer_draw_shape (PangoRenderer  *renderer,
                                PangoAttrShape *shape,
                                int             x,
                                int             y)
{
  FactBoardRenderer *self = (FactBoardRenderer *) renderer;
  int size = PANGO_PIXELS (shape->logical_rect.height);
  GdkTexture *texture = fact_board_icon_get_texture (self->widget, shape->data, size, &self->color);

  if (g_str_equal (shape->data, FACT_BOARD_ICON_WARNING))
    draw_tag (self, &shape->attr, x, y);
  gtk_snapshot_append_texture (self->snapshot, texture,
                               &GRAPHENE_RECT_INIT (PANGO_PIXELS (x), PANGO_PIXELS (y + shape->logical_rect.y), size,
                                                    size));
}

static void
fact_board_renderer_class_init (FactBoardRendererClass *klass)
{
  PangoRendererClass *renderer_class = PANGO_RENDERER_CLASS (klass);

  renderer_class->draw_glyphs = fact_board_renderer_draw_glyphs;
  renderer_class->draw_rectangle = fact_board_renderer_draw_rectangle;
  renderer_class->draw_shape = fact_board_renderer_draw_shape;
}

static void
fact_board_renderer_init (FactBoardRenderer *self)
{
}

void
fact_board_render_layout (GtkWidget   *widget,
                          GtkSnapshot *snapshot,
                          PangoLayout *layout,
                          double       x,
                          double       y)
{
  FactBoardRenderer *self = g_object_new (fact_board_renderer_get_type (), NULL);

  self->widget = widget;
  self->snapshot = snapshot;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &self->color);
  pango_renderer_draw_layout (PANGO_RENDERER (self), layout, round (x * PANGO_SCALE), round (y * PANGO_SCALE));
  g_object_unref (self);
}
