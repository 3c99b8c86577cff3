import { BarChart, GaugeChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GaugeChart, AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

/** A chart drawn into an element, as sharp on paper as on a screen. It is loaded only once something is to be drawn. */
export const openChart = (element: HTMLElement) => init(element, undefined, { renderer: 'svg' })
