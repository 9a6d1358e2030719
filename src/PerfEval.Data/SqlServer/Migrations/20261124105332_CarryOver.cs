using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfEval.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CarryOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "Targets",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "Sections",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BackgroundCarriedFrom",
                table: "Projects",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CarriedFromId",
                table: "Projects",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PurposeCarriedFrom",
                table: "Projects",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "Objectives",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "ImplementationNotes",
                type: "int",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_CarriedFromId",
                table: "Projects",
                column: "CarriedFromId");

            migrationBuilder.AddForeignKey(
                name: "FK_Projects_Projects_CarriedFromId",
                table: "Projects",
                column: "CarriedFromId",
                principalTable: "Projects",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Projects_Projects_CarriedFromId",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_Projects_CarriedFromId",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "Sections");

            migrationBuilder.DropColumn(
                name: "BackgroundCarriedFrom",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CarriedFromId",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "PurposeCarriedFrom",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "ImplementationNotes");
        }
    }
}
