using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PerfEval.Web.Filters;

/// <summary>
/// Every form is read under its own name only. Otherwise the binder, finding no field of a form that was not sent, reads
/// it from the bare names instead: the project's id in the address then becomes the id of a row. And which record a page
/// is about, its id, is read from the address only, where a field of the form would otherwise go first.
/// </summary>
internal sealed class OwnPrefix : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        foreach (var property in model.HandlerProperties.Where(p => p.BindingInfo is { BinderModelName: null }))
        {
            property.BindingInfo!.BinderModelName = property.PropertyName;
        }

        foreach (var id in model.HandlerMethods.SelectMany(h => h.Parameters).Where(p => p.ParameterName == "id"))
        {
            (id.BindingInfo ??= new BindingInfo()).BindingSource = BindingSource.Path;
        }
    }
}
